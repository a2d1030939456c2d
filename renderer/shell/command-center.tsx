import { createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useBridge, usePerform } from '../bridge/index.ts';
import type { Command, CommandContext, Phase } from './command.ts';
import { useReportFailure } from './failures.tsx';
import { useSettings } from './settings-context.tsx';
import { belongsToFocus, isComposing, matches } from './shortcut.ts';
import { useUndoStack } from './undo.tsx';

type Handler = (phase: Phase) => void;
export type Overlay = 'palette' | 'shortcuts' | null;

interface CommandCenter {
  /** the whole table, in the order of lists */
  readonly commands: readonly Command[];
  readonly context: CommandContext;
  readonly overlay: Overlay;
  readonly show: (overlay: Overlay) => void;
  readonly run: (command: Command, phase?: Phase) => void;
  /** whether it would do something now */
  readonly available: (command: Command) => boolean;
  readonly register: (id: string, handler: Handler) => () => void;
}

const CommandCenterContext = createContext<CommandCenter | null>(null);

export function useCommandCenter(): CommandCenter {
  const center = use(CommandCenterContext);
  if (!center) throw new Error('useCommandCenter needs a CommandCenterProvider above it');
  return center;
}

/** Runs commands from keys, palette and buttons, and knows which ones the page on screen answers. */
export function CommandCenterProvider({ commands, children }: { commands: readonly Command[]; children: ReactNode }) {
  const mac = useBridge().start.platform === 'darwin';
  const give = usePerform();
  const report = useReportFailure();
  const navigate = useNavigate();
  const path = useLocation().pathname;
  const { settings, setSettings } = useSettings();
  const { last, undo } = useUndoStack();
  const [overlay, show] = useState<Overlay>(null);
  const handlers = useRef(new Map<string, Handler[]>());
  const held = useRef<Command | null>(null);

  const context = useMemo<CommandContext>(
    () => ({
      perform: (name, input) => void give(name, input).catch(report),
      navigate,
      path,
      settings,
      setSettings,
      open: show,
      undo: { possible: last !== null, run: () => void undo() },
    }),
    [give, report, navigate, path, settings, setSettings, last, undo],
  );

  const register = useCallback((id: string, handler: Handler) => {
    const stack = handlers.current.get(id) ?? [];
    handlers.current.set(id, [...stack, handler]);
    return () => {
      handlers.current.set(id, (handlers.current.get(id) ?? []).filter((one) => one !== handler));
    };
  }, []);

  const available = useCallback(
    (command: Command) => (command.when?.(context) ?? true) && (command.run !== undefined || (handlers.current.get(command.id) ?? []).length > 0),
    [context],
  );
  const run = useCallback(
    (command: Command, phase: Phase = 'press') => {
      if (!available(command)) return;
      if (command.run) command.run(context);
      else handlers.current.get(command.id)?.at(-1)?.(phase);
    },
    [available, context],
  );

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || belongsToFocus(event)) return;
    const found = commands.find((command) => command.keys?.some((keys) => matches(keys, event, mac)) && available(command));
    if (!found) return;
    event.preventDefault();
    if (!found.hold) run(found);
    else if (!event.repeat) {
      held.current = found;
      run(found, 'down');
    }
  });
  const release = useEffectEvent(() => {
    if (held.current) run(held.current, 'up');
    held.current = null;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent): void => onKeyDown(event);
    const up = (): void => release();
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', up);
    };
  }, []);

  const center = useMemo(() => ({ commands, context, overlay, show, run, available, register }), [commands, context, overlay, run, available, register]);
  return <CommandCenterContext value={center}>{children}</CommandCenterContext>;
}

/**
 * Gives commands of the table their meaning on the page on screen, by command id. The handlers may change at every
 * render; which ids there are may not.
 */
export function useCommandHandlers(map: Readonly<Record<string, Handler>>): void {
  const { register } = useCommandCenter();
  const call = useEffectEvent((id: string, phase: Phase) => map[id]?.(phase));
  const ids = Object.keys(map).join(' ');
  useEffect(() => {
    const ends = ids.split(' ').filter(Boolean).map((id) => register(id, (phase) => call(id, phase)));
    return () => {
      for (const end of ends) end();
    };
  }, [ids, register]);
}
