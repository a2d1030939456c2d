import type { FromEngine, ToEngine } from '../../app/contract/wire.ts';
import type { EngineProcess } from './engine-process.ts';

/** An engine process that a test plays by hand. */
export class TestEngine implements EngineProcess {
  readonly pid = 1;
  readonly sent: ToEngine[] = [];
  killed = false;
  disconnected = false;
  readonly #onMessage: ((message: FromEngine) => void)[] = [];
  readonly #onExit: ((how: string) => void)[] = [];

  send(message: ToEngine): void {
    this.sent.push(message);
  }
  onMessage(listener: (message: FromEngine) => void): void {
    this.#onMessage.push(listener);
  }
  onExit(listener: (how: string) => void): void {
    this.#onExit.push(listener);
  }
  disconnect(): void {
    this.disconnected = true;
    this.exit('exit 0');
  }
  kill(): void {
    this.killed = true;
    this.exit('SIGKILL');
  }

  says(message: FromEngine): void {
    for (const listener of this.#onMessage) listener(message);
  }
  ready(): void {
    this.says({ t: 'ready', pid: 1, node: '24.0.0' });
  }
  exit(how = 'SIGSEGV'): void {
    for (const listener of this.#onExit.splice(0)) listener(how);
  }
}
