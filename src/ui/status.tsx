import { type Evaluation, statusWords } from '../domain/indicator/evaluation.ts';

type AnyStatus = Evaluation['status'];

/** Mark and colour of a state. The word comes first everywhere; the mark is the second sign and colour the third. */
export function statusLook(status: AnyStatus): { readonly mark: string; readonly colour: string; readonly tone: 'good' | 'late' | 'back' | 'open' } {
  switch (status) {
    case 'achieved':
    case 'ahead':
    case 'kept': return { mark: '●', colour: '#115a36', tone: 'good' };
    case 'slightly-behind':
    case 'behind':
    case 'missed': return { mark: '●', colour: '#8b3200', tone: 'late' };
    case 'receding':
    case 'not-kept': return { mark: '◀', colour: '#a90000', tone: 'back' };
    case 'withheld': return { mark: '□', colour: '#4d4d4d', tone: 'open' };
  }
}

/** The state as word and mark. */
export function StatusWord({ evaluation }: { evaluation: Pick<Evaluation, 'status' | 'provisional'> }) {
  const { mark, tone } = statusLook(evaluation.status);
  return (
    <p class={`status ${tone}`}>
      <span aria-hidden="true">{mark}</span> {statusWords[evaluation.status]}{evaluation.provisional ? '（速報値による）' : ''}
    </p>
  );
}
