import type { ReportProgress } from '../publication/build-outputs.tsx';

/**
 * Shows how far a long piece of work has come: one line that is rewritten on a terminal, plain lines elsewhere.
 *
 * @param steps how many reports are expected, for the count on the terminal
 */
export function showProgress(stream: NodeJS.WriteStream, steps: number): { readonly report: ReportProgress; finish(): void } {
  const started = performance.now();
  let done = 0;
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  return {
    report(made) {
      done += 1;
      if (stream.isTTY) stream.write(`\r\u001b[2K［${done}/${steps}］${made}を作りました（${seconds()}秒）`);
      else stream.write(`${made}を作りました（${seconds()}秒）\n`);
    },
    finish() {
      if (stream.isTTY && done > 0) stream.write('\r\u001b[2K');
    },
  };
}
