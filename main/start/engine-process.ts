import { fork } from 'node:child_process';
import type { FromEngine, ToEngine } from '../../app/contract/wire.ts';

/** A running engine as its host sees it; how the process is made stays behind this. */
export interface EngineProcess {
  readonly pid: number | undefined;
  /** drops the message when the process is gone: whoever waits learns it from `onExit` */
  send(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** called once, also when the process could not be started at all; `how` names code, signal or cause */
  onExit(listener: (how: string) => void): void;
  /** closes the channel: an engine ends by itself when its host is gone */
  disconnect(): void;
  /** at once, whatever it is doing */
  kill(): void;
}

export interface EngineProgram {
  /** Node 24's executable */
  readonly node: string;
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  /** folder where Node keeps the compiled modules, types already stripped, for the next start */
  readonly codeCache: string;
}

/** Switches meant for this process (NODE_OPTIONS, NODE_PATH, …) would change what the engine's Node does. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(NODE|ELECTRON)_/i.test(name)));
}

/**
 * Starts the engine as a Node child. Not Electron's utilityProcess: better-sqlite3 needs a newer Node than the one
 * in some Electrons, sharp clashes with Electron's GLib on Linux, and one path everywhere means that what is tested
 * is what ships.
 */
export function startEngineProcess(program: EngineProgram): EngineProcess {
  const child = fork(program.entry, [], {
    execPath: program.node,
    execArgv: [],
    serialization: 'advanced',
    env: { ...cleanEnvironment(program.env), NODE_COMPILE_CACHE: program.codeCache },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    get pid() { return child.pid; },
    send(message) {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage(listener) {
      child.on('message', (message) => listener(message as FromEngine));
    },
    onExit(listener) {
      let told = false;
      const tell = (how: string): void => {
        if (told) return;
        told = true;
        listener(how);
      };
      child.once('exit', (code, signal) => tell(signal ?? `exit ${code ?? 'unknown'}`));
      child.once('error', (error) => tell(error.message));
    },
    disconnect() {
      if (child.connected) child.disconnect();
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}
