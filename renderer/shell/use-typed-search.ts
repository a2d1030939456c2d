import { useEffect, useEffectEvent, useState, type ChangeEvent } from 'react';

/** Milliseconds of quiet before a search is asked, so that a word is one question and not five. */
const searchDelay = 140;

/**
 * What a person types into a search field, and `search` (what is searched for), which follows it: after a moment, without
 * blanks around it, and never in the middle of what an input method is composing.
 */
export function useTypedSearch(search: string, onSearch: (search: string) => void) {
  const [typed, setTyped] = useState(search);
  const [composing, setComposing] = useState(false);
  const [seen, setSeen] = useState(search);
  const [sent, setSent] = useState(search);
  if (seen !== search) {
    setSeen(search);
    // Our own words coming back must not undo what was typed since; another's (a reset, a link) replace them.
    if (search !== sent) {
      setSent(search);
      setTyped(search);
    }
  }
  const wanted = typed.trim();
  const send = (text: string): void => {
    setSent(text);
    onSearch(text);
  };
  const sendSoon = useEffectEvent(send);
  useEffect(() => {
    if (composing || wanted === sent) return;
    const timer = setTimeout(() => sendSoon(wanted), searchDelay);
    return () => clearTimeout(timer);
  }, [wanted, sent, composing]);
  return {
    composing,
    clear: (): void => setTyped(''),
    /** asks at once what was typed, where that is still to be asked */
    sendNow: (): void => {
      if (wanted !== sent) send(wanted);
    },
    /** of the field */
    input: {
      value: typed,
      maxLength: 200,
      onChange: (event: ChangeEvent<HTMLInputElement>): void => setTyped(event.currentTarget.value),
      onCompositionStart: (): void => setComposing(true),
      onCompositionEnd: (): void => setComposing(false),
    },
  };
}
