import openapiTS, { astToString } from 'openapi-typescript';
import { asyncApiText } from './asyncapi.mjs';
import { importColumnsText } from './import-columns.mjs';
import { openApiDocuments } from './openapi.mjs';
import { jsonText } from './stable.mjs';

/** Every generated file: its path in the repository and its text. @returns {Promise<Map<string, string>>} */
export async function generatedFiles() {
  const documents = await openApiDocuments();
  return new Map([
    ...Object.entries(documents).map(([name, document]) => [`docs/api/${name}.openapi.json`, jsonText(document)]),
    ['docs/events/asyncapi.yaml', await asyncApiText()],
    ['docs/api/import-columns.md', await importColumnsText()],
    ['apps/web/kit/api/schema.ts', await webTypes(documents.qijing)],
  ]);
}

/** What the web app knows of the API: types only, no code. */
async function webTypes(document) {
  const header = '/** Written by `npm run generate` from docs/api/qijing.openapi.json; do not edit. */\n';
  return header + astToString(await openapiTS(structuredClone(document), { alphabetize: false }));
}
