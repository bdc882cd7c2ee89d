import type { ImportedYear } from '../../database/setup-facts.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds, roleNames } from '../../domain/organization/post.ts';
import type { Municipality } from '../../domain/plan/municipality.ts';
import { type FirstStep, type FirstStepName, firstSteps, isSetUp, type SetupFacts } from '../../domain/setup/first-steps.ts';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

export const section = '/workspace/start';

interface StartPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly facts: SetupFacts;
  readonly municipality: Municipality | undefined;
  readonly imported: readonly ImportedYear[];
  readonly done: string;
}

const names: Readonly<Record<FirstStepName, string>> = {
  municipality: '自治体を登録する', secretariat: '事務局の職員を登録する', plan: '計画を取り込む', people: '部署の担当者と所属長を登録する', 'first-year': '最初の年度を始める',
};
const addresses: Readonly<Record<FirstStepName, string>> = {
  municipality: `${section}/municipality`, secretariat: '/workspace/people/new?role=secretariat', plan: '/workspace/plan-import', people: '/workspace/people', 'first-year': '/workspace/rounds',
};
const stateWords: Readonly<Record<FirstStep['state'], string>> = { done: '済み', now: '次にする', later: 'その後' };
const stateMarks: Readonly<Record<FirstStep['state'], string>> = { done: '●', now: '▶', later: '○' };

/** はじめに: what is done and what is next, from an empty installation to the first published year. */
export function renderStartPage({ parts: { assets, demo }, actor, facts, municipality, imported, done }: StartPage): string {
  const complete = isSetUp(facts);
  return renderWorkspacePage({ title: 'はじめに', assets, demo, actor, section }, (
    <>
      <h1>はじめに</h1>
      {done !== '' && <p class="notice" role="status">{done}</p>}
      <section class="sheet">
        <h2>最初の公表までにすること</h2>
        {complete && <p class="notice">準備は済みました。この案内は、次から表示しません。<a href="/workspace/">わたしの仕事へ進む</a></p>}
        <ol class="year-steps first-steps">
          {firstSteps(facts).map((step) => {
            const mine = step.by.some((role) => holds(actor, role));
            return (
              <li aria-current={step.state === 'now' && mine ? 'step' : undefined}>
                <span class="year-state"><span aria-hidden="true">{stateMarks[step.state]}</span> {stateWords[step.state]}</span>
                {mine && step.state !== 'later' ? <a href={addressOf(step.name, imported)}>{nameOf(step.name, imported)}</a> : <span>{nameOf(step.name, imported)}</span>}
                <span>{sentenceOf(step, facts, municipality, imported)}{!mine && step.state !== 'done' && `${step.by.map((role) => roleNames[role]).join('か')}がします。`}</span>
              </li>
            );
          })}
        </ol>
      </section>
      {municipality && imported.length > 0 && holds(actor, 'secretariat') && (
        <section class="sheet">
          <h2>取り込んだ取組状況</h2>
          <p>計画と一緒に取り込んだ取組状況は、照会をしなくても、確かめてそのまま公表できます。</p>
          <ul class="list">{imported.map((year) => <li><a href={importedAddress(year)}>{year.planTitle}　{fiscalYearLabel(year.fiscalYear, municipality.fiscalYearLabels)}</a></li>)}</ul>
        </section>
      )}
      <section class="sheet">
        <h2>だれが何をするか</h2>
        <ul class="bullets">
          <li>{roleNames.administrator}は、利用者と部署を管理します。計画と回答には触れられません。そのため、初めに{roleNames.secretariat}の職員を登録します。一人が両方を兼ねることもできます。</li>
          <li>{roleNames.secretariat}は、計画を取り込み、照会を始め、公表します。</li>
          <li>部署の担当者が回答し、所属長が承認します。部署は、計画を取り込むと登録されます。</li>
        </ul>
      </section>
    </>
  ));
}

function importedAddress({ planId, fiscalYear }: ImportedYear): string {
  return `/workspace/publish/${encodeURIComponent(planId)}/${fiscalYear}/imported`;
}

/** A year that came with the workbook is published; otherwise the departments are asked. */
function addressOf(name: FirstStepName, [imported]: readonly ImportedYear[]): string {
  return name === 'first-year' && imported ? importedAddress(imported) : addresses[name];
}

function nameOf(name: FirstStepName, imported: readonly ImportedYear[]): string {
  return name === 'first-year' && imported.length > 0 ? '取り込んだ年度を公表する' : names[name];
}

function sentenceOf({ name, state }: FirstStep, facts: SetupFacts, municipality: Municipality | undefined, imported: readonly ImportedYear[]): string {
  const done = state === 'done';
  switch (name) {
    case 'municipality': return municipality ? `${municipality.name}（${municipality.code}）。${fiscalYearLabel(2019, municipality.fiscalYearLabels)}、${fiscalYearLabel(2020, municipality.fiscalYearLabels)}のように書きます。` : '名称、全国地方公共団体コード、年度の書き方を登録します。';
    case 'secretariat': return done ? `${facts.secretariat}人を登録しています。` : '利用者の画面で、役割を「事務局」にして登録します。仮のパスワードを本人に渡してください。';
    case 'plan': return done ? `${facts.plans}件の計画を取り込んでいます。` : '今お使いのExcelの一覧を、そのまま読み取れます。部署も一緒に登録されます。';
    case 'people': return done ? `担当者${facts.reporters}人、所属長・代決者${facts.heads}人を登録しています。` : '照会を始めるまでに必要です。一人ずつ、又は一覧（CSV）でまとめて登録できます。';
    case 'first-year': return done ? '始めています。' : imported.length > 0 ? '一覧にあった取組状況を確かめて、公表します。' : '照会を準備して始めます。回答がそろったら、公表します。';
  }
}
