/** What an account logs in with: a password, or a private key, whose lines a field of one line would run together. */
import { useState } from 'preact/hooks';
import { Field, NOT_FOR_PASSWORD_MANAGERS, Select } from '../../ui/parts/index.ts';

/** `isKept`: there is one, which stays if nothing is typed. */
export function SecretField(props: {
  value: string;
  isKept: boolean;
  problem: string | undefined;
  onType(secret: string): void;
}) {
  const { value, problem, onType } = props;
  const [kind, setKind] = useState<'password' | 'key'>('password');
  const asItIs = props.isKept ? 'As it is, if left empty.' : '';
  const hint = kind === 'password' ? asItIs : `The whole file, without a passphrase. ${asItIs}`.trim();
  return (
    <>
      <Select
        label="Logs in with"
        value={kind}
        choices={[
          ['password', 'A password'],
          ['key', 'A private key'],
        ]}
        onChoose={(chosen) => {
          setKind(chosen);
          onType('');
        }}
      />
      <Field label={kind === 'password' ? 'Password' : 'Private key'} problem={problem} hint={hint}>
        {(control) =>
          kind === 'password' ? (
            <input
              {...control}
              {...NOT_FOR_PASSWORD_MANAGERS}
              class="input"
              name="secret"
              type="password"
              autocomplete="new-password"
              spellcheck={false}
              maxLength={20_000}
              value={value}
              onInput={(event) => onType(event.currentTarget.value)}
            />
          ) : (
            <textarea
              {...control}
              {...NOT_FOR_PASSWORD_MANAGERS}
              class="input mono"
              name="secret"
              rows={6}
              spellcheck={false}
              maxLength={20_000}
              placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
              value={value}
              onInput={(event) => onType(event.currentTarget.value)}
            />
          )
        }
      </Field>
    </>
  );
}
