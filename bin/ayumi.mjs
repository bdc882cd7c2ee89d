#!/usr/bin/env node
// The command line. Registers the loader for .tsx before anything that needs it is loaded.
import '../scripts/jsx.mjs';

const { runCommandLine } = await import('../src/cli.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
