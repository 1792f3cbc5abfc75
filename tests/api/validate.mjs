// validate FILE: is the description of the web interface one of OpenAPI 3.1, as a validator reads the standard?
// Each complaint is a line; the status is 1 if there is one.
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
const result = await validator.validate(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const errors = Array.isArray(result.errors) ? result.errors : [result.errors];
if (!result.valid) {
    for (const error of errors.slice(0, 20)) console.log(JSON.stringify(error));
    process.exit(1);
}
if (validator.version !== '3.1') {
    console.log(`the version is ${validator.version}, not 3.1`);
    process.exit(1);
}
