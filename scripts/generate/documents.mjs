import { asyncApiText } from './asyncapi.mjs';
import { openApiDocuments } from './openapi.mjs';
import { jsonText } from './stable.mjs';

/** Every generated file: its path in the repository and its text. @returns {Promise<Map<string, string>>} */
export async function generatedFiles() {
  const documents = await openApiDocuments();
  return new Map([
    ...Object.entries(documents).map(([name, document]) => [`docs/api/${name}.openapi.json`, jsonText(document)]),
    ['docs/events/asyncapi.yaml', await asyncApiText()],
  ]);
}
