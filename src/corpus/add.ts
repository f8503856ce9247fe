import { corpusFileText } from './corpus-file.js';
import { isMap, isSeq, parseDocument as parseYaml, sequence, type YAMLSeq } from './yaml.js';

/**
 * `corpus.yaml` with more documents at the end of its list; comments and order stay.
 * `content` is undefined for a corpus that is yet to be.
 */
export function withDocuments(content: string | undefined, paths: readonly string[]): string {
  if (content === undefined) return corpusFileText({ documents: paths, aliases: {} });
  const yaml = parseYaml(content);
  const root = yaml.contents;
  if (!isMap(root)) return corpusFileText({ documents: paths, aliases: {} });
  const list = root.get('documents');
  const documents = (isSeq(list) ? list : sequence()) as YAMLSeq;
  const known = new Set(documents.items.map((item) => String(item)));
  for (const path of paths) if (!known.has(path)) documents.add(yaml.createNode(path));
  yaml.set('documents', documents);
  return yaml.toString({ lineWidth: 0 });
}
