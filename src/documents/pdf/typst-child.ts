// The process that holds the compiler: it loads the compiler and the fonts at once, waits for one order, and ends with it.
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentOrder, SetAnswer, SetOrder, TypstTools } from './typst-order.ts';

process.once('message', ({ folder, fontFolders }: TypstTools) => {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [...fontFolders] }] });
  process.once('message', ({ documents }: SetOrder) => {
    let answer: SetAnswer;
    try {
      answer = { ok: true, documents: documents.map((document) => set(compiler, folder, document)) };
    } catch (error) {
      answer = { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
    process.send?.(answer, undefined, undefined, () => process.disconnect?.());
  });
});

function set(compiler: NodeCompiler, folder: string, { main, data, date, standards }: DocumentOrder): Uint8Array[] {
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(data));
  const run = compiler.compile({ mainFilePath: join(folder, main), inputs: { date } });
  const error = run.hasError() ? run.takeError() : null;
  const document = run.result;
  if (error || !document) throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'No document was made.');
  return standards.map((pdfStandard) => new Uint8Array(compiler.pdf(document, { pdfStandard })));
}
