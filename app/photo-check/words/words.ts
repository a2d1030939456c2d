import type { Format } from '../../kernel/format.ts';
import type { ChannelChoice, ChannelId, ChannelName, Verdict } from '../types.ts';

export type { ChannelChoice } from '../types.ts';

/** A text of the photo namespace, with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** All that turns facts into sentences of the language on screen. */
export interface Words {
  readonly say: Say;
  readonly format: Format;
  /** Amazon; All channels */
  readonly channel: (choice: ChannelChoice) => string;
  /** Pass; Pass with waivers where staff's word made it one; Not judged where there is none */
  readonly verdict: (verdict: Verdict | null | undefined, waived?: boolean) => string;
  /** JPEG, PNG or GIF */
  readonly either: (items: readonly string[]) => string;
}

/** The person at this computer; other names come from the platform as they are. */
const here = new Set(['local', 'owner', 'you']);
/** Who did something: "You", or a name. */
export const personText = (actor: string, say: Say): string => (here.has(actor) ? say('history.you') : actor);

/** The name a pack carries, in one language. */
export const nameIn = (name: ChannelName, language: string): string =>
  typeof name === 'string' ? name : name[language === 'zh-CN' ? 'zh-CN' : 'en'];

/** `channelName`: what a channel is called, in a word or two. */
export function createWords(say: Say, format: Format, language: string, channelName: (id: ChannelId) => string): Words {
  const disjunction = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' });
  return {
    say,
    format,
    channel: (choice) => (choice === 'all' ? say('channel.all') : channelName(choice)),
    verdict: (verdict, waived = false) => {
      const name = verdict ?? 'none';
      return name === 'pass' && waived ? say('waivers:verdict') : say(`rules:verdicts.${name}`);
    },
    either: (items) => disjunction.format(items),
  };
}
