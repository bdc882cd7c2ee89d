import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { BrowserContext, Page } from 'playwright-core';
import { createApp } from '../../src/app.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../src/database/open-test-database.ts';
import { listenToRounds } from '../../src/database/round-changes.ts';
import { prepareStaff } from '../../src/prepare-staff.ts';
import { loadPublishedFiles } from '../../src/published-state.ts';
import { openProofreader } from '../../src/proofreader/open-proofreader.ts';
import { loadSampleIfNew } from '../../src/sample.ts';
import { createWorkspaceApp } from '../../src/workspace/workspace-app.ts';
import { workspaceAssets } from '../../src/workspace/workspace-assets.ts';

/** The whole product as `npm start` opens it on a new data folder: the sample published, fictional people of every role. */
export interface RunningOffice {
  readonly url: string;
  readonly database: OpenTestDatabase;
  /** Every address of the staff side, as it is routed: GET /workspace/requests/:id. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** What the terminal says of the staff side. */
  readonly announced: string;
  /** Faults that the server would have logged; a journey expects none. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

/** @param empty without the sample, as `npm start -- --empty` */
export async function openOffice({ empty = false }: { readonly empty?: boolean } = {}): Promise<RunningOffice> {
  const database = await openTestDatabase();
  const { db } = database;
  const home = await mkdtemp(join(tmpdir(), 'ayumi-office-'));
  const faults: unknown[] = [];
  if (!empty) await loadSampleIfNew(db, () => {});
  const changes = listenToRounds(database.connection);
  // A machine that tests is busy: what is too slow for a person is not what is tested here.
  const proofreader = openProofreader({ paragraphLimit: 30_000, editionLimit: 60_000, startLimit: 60_000, fault: (reason) => { faults.push(reason); } });
  let published = await loadPublishedFiles(db, home, () => {});
  const staff = await prepareStaff({ db, home, production: false });
  const workspace = await createWorkspaceApp({
    ...workspaceAssets(), db, changes, proofreader, demo: staff.demo, secretKey: staff.secretKey, mail: null, now: () => new Date(),
    settings: { idleMinutes: 60, secondStep: 'keepers', workspaceUrl: null, oidc: null },
    published: async () => { published = await loadPublishedFiles(db, home, () => {}); },
  });
  const app = createApp({ published: () => published, workspace, pingDatabase: async () => {}, logFault: (error) => { faults.push(error); } });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url, database, faults, announced: staff.announce(`${url}/`), routes: workspace.routes.map(({ method, path }) => ({ method, path })),
    close: async () => {
      await proofreader.close();
      await changes.close();
      await new Promise((resolve) => { server.close(resolve); });
      await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A page on which a fictional person has entered by the button beside the name. */
export async function enterAs(context: BrowserContext, { url }: Pick<RunningOffice, 'url'>, name: string): Promise<Page> {
  await context.clearCookies();
  const page = await context.newPage();
  await page.goto(`${url}/workspace/sign-in`);
  await page.getByRole('row', { name: new RegExp(name) }).getByRole('button').click();
  await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  return page;
}
