/**
 * The environment of a process that reads or writes one document: no settings and no secrets. Windows needs the first of these to
 * start a process at all; the last is the folder of what was compiled before.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'PATH', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
