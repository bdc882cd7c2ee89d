import { browserScript } from '../browser/browser-scripts.ts';
import { stylesheet } from '../ui/stylesheet.ts';
import type { WorkspaceAssets } from '../ui/workspace-frame.tsx';

/** Files that staff pages load, open to everybody: they hold nothing of anybody's. */
export interface StaffFile {
  readonly type: string;
  readonly content: string;
}

const folder = '/workspace-assets/';
const scripts = ['autosave', 'proofreading', 'board', 'projector'] as const;

/** The stylesheets and scripts of the staff side, with the addresses under which they may be kept for ever. */
export function workspaceAssets(): { readonly assets: WorkspaceAssets; readonly files: ReadonlyMap<string, StaffFile> } {
  const styles = (['style', 'workspace'] as const).map((name) => stylesheet(name));
  const bundled = scripts.map((entry) => [entry, browserScript(entry, entry)] as const);
  return {
    assets: {
      stylesheets: styles.map(({ name }) => folder + name),
      scripts: Object.fromEntries(bundled.map(([entry, { name }]) => [entry, folder + name])),
    },
    files: new Map<string, StaffFile>([
      ...styles.map(({ name, css }) => [folder + name, { type: 'text/css; charset=utf-8', content: css }] as const),
      ...bundled.map(([, { name, code }]) => [folder + name, { type: 'text/javascript; charset=utf-8', content: code }] as const),
    ]),
  };
}
