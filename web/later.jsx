// later: the rooms that lie one tap behind. They come after the page can be used, in a script of their own.
// SPDX-License-Identifier: Apache-2.0
export { Fine } from './fine/fine.jsx';
export { Section } from './section/section.jsx';
export { Skin } from './skin/skin.jsx';
export { Timeline } from './timeline/timeline.jsx';
