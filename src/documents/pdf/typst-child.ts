// The child process that runs the compiler: it grows by tens of megabytes a run, so each run has a process of its own.
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileAnswer, CompileOrder } from './compile-typst.ts';

process.once('message', (order: CompileOrder) => {
  let answer: CompileAnswer;
  try {
    answer = { ok: true, files: compile(order) };
  } catch (error) {
    answer = { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer, undefined, undefined, () => process.disconnect?.());
});

function compile({ folder, main, data, fontFolders, outputs }: CompileOrder): Uint8Array[] {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [...fontFolders] }] });
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(data));
  // A date is part of the document: files with the same date share one compilation.
  const documents = new Map<string | null, NodeTypstDocument>();
  return outputs.map(({ standard, date }) => {
    const document = documents.get(date) ?? compiled(compiler, join(folder, main), date);
    documents.set(date, document);
    return new Uint8Array(compiler.pdf(document, { pdfStandard: standard }));
  });
}

function compiled(compiler: NodeCompiler, mainFilePath: string, date: string | null): NodeTypstDocument {
  const run = compiler.compile({ mainFilePath, inputs: date === null ? {} : { date } });
  const error = run.hasError() ? run.takeError() : null;
  if (error || !run.result) throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'No document was made.');
  return run.result;
}
