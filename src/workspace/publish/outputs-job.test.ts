import { expect, test } from 'vitest';
import { outputsJob } from './outputs-job.ts';

const now = () => new Date('2022-08-01T03:00:00Z');

test('tells what was made so far, and is done when all is', async () => {
  const gate = Promise.withResolvers<void>();
  const job = outputsJob(async (progress) => { progress('報告書（PDF）'); await gate.promise; }, now, () => {});
  expect(job.state()).toEqual({ state: 'none' });
  await job.start(0);
  expect(job.state()).toEqual({ state: 'working', startedAt: '2022-08-01T03:00:00.000Z', made: ['報告書（PDF）'] });
  gate.resolve();
  await job.start(10_000);
  expect(job.state()).toMatchObject({ state: 'done' });
});

test('a second publication while outputs are made makes them once more afterwards, never two at once', async () => {
  let [running, most, runs] = [0, 0, 0];
  const job = outputsJob(async () => { running += 1; runs += 1; most = Math.max(most, running); await Promise.resolve(); running -= 1; }, now, () => {});
  await Promise.all([job.start(10_000), job.start(10_000), job.start(10_000)]);
  expect([runs, most]).toEqual([3, 1]);
});

test('a failure is told, kept from nobody, and mended by making them again', async () => {
  const faults: unknown[] = [];
  let broken = true;
  const job = outputsJob(async () => { if (broken) throw new Error('disk full'); }, now, (error) => faults.push(error));
  await job.start(10_000);
  expect([job.state().state, faults.length]).toEqual(['failed', 1]);
  broken = false;
  await job.start(10_000);
  expect(job.state().state).toBe('done');
});
