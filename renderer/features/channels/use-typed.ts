import { useState } from 'react';

/**
 * The text of a field whose value is something else than text: what a person is typing stays as typed ("80." on the
 * way to 80.5) for as long as it means the value; a value that changed otherwise shows in its own form.
 */
export function useTyped<T extends string | number>(value: unknown, formatted: T): readonly [T, (text: T, meant: unknown) => void] {
  const [typed, setTyped] = useState<{ readonly text: T; readonly meant: string | undefined } | null>(null);
  const same = typed !== null && typed.meant === JSON.stringify(value);
  return [same ? typed.text : formatted, (text, meant) => setTyped({ text, meant: JSON.stringify(meant) })];
}
