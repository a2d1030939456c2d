import type { FromEngine, ToEngine } from '../../app/contract/wire.ts';
import type { EngineProcess } from './engine-process.ts';

/** An engine process that a test plays by hand. */
export class TestEngine implements EngineProcess {
  readonly pid = 1;
  readonly sent: ToEngine[] = [];
  killed = false;
  /** false = its event loop stands still */
  answers = true;
  disconnected = false;
  readonly #onMessage: ((message: FromEngine) => void)[] = [];
  readonly #onExit: ((how: string) => void)[] = [];

  send(message: ToEngine): void {
    if (message.t !== 'ping') this.sent.push(message);
    else if (this.answers) this.says({ t: 'pong' });
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
