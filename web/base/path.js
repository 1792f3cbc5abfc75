// path: a place in the file, as a list of keys and numbers. Nothing is changed in place: what is
// set is a new file that shares all the rest with the old one.
// SPDX-License-Identifier: Apache-2.0

// undefined: nothing stands there.
export function pathGet(root, path) {
  return path.reduce((at, key) => at?.[key], root);
}

export function pathSet(root, path, value) {
  if (path.length === 0) return value;
  const [key, ...rest] = path;
  const copy = Array.isArray(root) ? [...root] : { ...root };
  copy[key] = pathSet(root?.[key] ?? (typeof rest[0] === 'number' ? [] : {}), rest, value);
  return copy;
}

// Takes out the key, or the member of a list; an object that is left empty goes with it where
// `isPruned`.
export function pathDrop(root, path, isPruned = false) {
  const [key, ...rest] = path;
  if (root?.[key] === undefined) return root;
  if (rest.length === 0) {
    if (Array.isArray(root)) return root.filter((_, i) => i !== key);
    const { [key]: gone, ...kept } = root;
    return kept;
  }
  const inner = pathDrop(root[key], rest, isPruned);
  if (inner === root[key]) return root;
  const isBare = isPruned && !Array.isArray(inner) && Object.keys(inner).length === 0;
  return isBare ? pathDrop(root, [key]) : pathSet(root, [key], inner);
}

// "/goals/0/zones/1" as ['goals', 0, 'zones', 1]
export function pathOf(pointer) {
  return pointer.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
