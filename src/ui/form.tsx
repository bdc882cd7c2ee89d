import type { Child } from 'hono/jsx';

/** What is wrong with one field, in words for the person. */
export interface FieldProblem {
  /** Name of the field, which is also its id. */
  readonly field: string;
  readonly message: string;
}

/** Everything that is wrong with a form, above it, each with a link to its field. Takes the focus when the page loads. */
export function ErrorSummary({ problems, title = '入力を確かめてください' }: { problems: readonly FieldProblem[]; title?: string }) {
  if (problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1}>
      <h2 id="error-summary-title">{title}</h2>
      <ul>{problems.map(({ field, message }) => <li>{field === '' ? message : <a href={`#${field}`}>{message}</a>}</li>)}</ul>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly problems?: readonly FieldProblem[];
  readonly required?: boolean;
}

/** A field with its label above, its hint, and what is wrong with it; the input is described by both. */
function Field({ name, label, hint, problems = [], required, children }: Omit<FieldProps, 'value'> & { readonly children: Child }) {
  const wrong = problems.filter(({ field }) => field === name);
  return (
    <div class={wrong.length > 0 ? 'field wrong' : 'field'}>
      <label for={name}>{label}{required === true && <span class="required">必須</span>}{required === false && <span class="optional">任意</span>}</label>
      {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
      {wrong.map(({ message }, index) => <p class="problem" id={index === 0 ? `${name}-problem` : undefined}>{message}</p>)}
      {children}
    </div>
  );
}

function described({ name, hint, problems = [] }: Pick<FieldProps, 'name' | 'hint' | 'problems'>): Record<string, string> {
  const wrong = problems.some(({ field }) => field === name);
  const ids = [hint ? `${name}-hint` : '', wrong ? `${name}-problem` : ''].filter((id) => id !== '');
  return { ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}), ...(wrong ? { 'aria-invalid': 'true' } : {}) };
}

interface InputProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'date' | 'search' | 'email' | 'number';
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal';
  /** Width in characters, as a hint to the length of what is asked. */
  readonly size?: number;
}

export function TextField(props: InputProps) {
  const { name, value = '', type = 'text', autocomplete = 'off', inputmode, size } = props;
  return (
    <Field {...props}>
      <input id={name} name={name} type={type} value={value} autocomplete={autocomplete} {...(inputmode ? { inputmode } : {})} {...(size ? { size } : {})} {...described(props)} />
    </Field>
  );
}

export function TextArea(props: FieldProps & { readonly rows?: number; readonly readonly?: boolean }) {
  const { name, value = '', rows = 8, readonly: fixed = false } = props;
  // A newline right after the tag is not part of the value, so one is always written: a text may begin with an empty line.
  return (
    <Field {...props}>
      <textarea id={name} name={name} rows={rows} {...(fixed ? { readonly: true } : {})} {...described(props)}>{`\n${value}`}</textarea>
    </Field>
  );
}

/** Files from the computer; several at once. */
export function FileField(props: Omit<FieldProps, 'value'> & { readonly accept: string; readonly multiple?: boolean }) {
  const { name, accept, multiple = true } = props;
  return <Field {...props}><input id={name} name={name} type="file" multiple={multiple} accept={accept} {...described(props)} /></Field>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** The heading under which a select lists it; none for choices that stand alone. */
  readonly group?: string;
}

export function SelectField(props: FieldProps & { readonly choices: readonly Choice[] }) {
  const { name, value = '', choices } = props;
  return (
    <Field {...props}>
      <select id={name} name={name} {...described(props)}>
        {[...Map.groupBy(choices, ({ group }) => group)].map(([group, own]) => {
          const options = own.map((choice) => <option value={choice.value} selected={choice.value === value}>{choice.label}</option>);
          return group === undefined ? options : <optgroup label={group}>{options}</optgroup>;
        })}
      </select>
    </Field>
  );
}

/** A question with a few answers, one of which is chosen. */
export function Radios({ name, label, value = '', hint, choices, problems = [], required }: FieldProps & { readonly choices: readonly Choice[] }) {
  const wrong = problems.filter(({ field }) => field === name);
  return (
    <fieldset class={wrong.length > 0 ? 'field wrong' : 'field'} {...described({ name, problems, ...(hint ? { hint } : {}) })}>
      <legend>{label}{required === true && <span class="required">必須</span>}{required === false && <span class="optional">任意</span>}</legend>
      {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
      {wrong.map(({ message }, index) => <p class="problem" id={index === 0 ? `${name}-problem` : undefined}>{message}</p>)}
      <div class="choices">
        {choices.map((choice, index) => (
          <div class="choice">
            <input type="radio" id={index === 0 ? name : `${name}-${choice.value}`} name={name} value={choice.value} checked={choice.value === value} />
            <label for={index === 0 ? name : `${name}-${choice.value}`}>{choice.label}</label>
            {choice.hint && <p class="hint">{choice.hint}</p>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export function Checkbox({ name, label, value = '1', checked = false }: { name: string; label: string; value?: string; checked?: boolean }) {
  const id = value === '1' ? name : `${name}-${value}`;
  return <div class="choice"><input type="checkbox" id={id} name={name} value={value} checked={checked} /><label for={id}>{label}</label></div>;
}

export function Button({ children, name, value, kind = 'main' }: { children: Child; name?: string; value?: string; kind?: 'main' | 'other' | 'danger' }) {
  return <button type="submit" class={`button ${kind}`} {...(name ? { name } : {})} {...(value ? { value } : {})}>{children}</button>;
}
