import { element, made } from './elements';
import type { Body } from './wire';

const mostEvents = 1_000;

/** Audio and images, as base64 has them, would bury everything else. */
const bytes = /^(data:[^,]*,)?[A-Za-z0-9+/=]{2000,}$/;

/** For `JSON.stringify`: every value whole but those. */
export const short = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && bytes.test(value)
    ? `${value.slice(0, 60)}… (${value.length} characters)`
    : value;

/** Every event of both sides, newest last; audio is counted and not listed. */
export class EventLog {
  readonly #list = element('events', HTMLOListElement);
  readonly #filter = element('filter', HTMLInputElement);
  #startMs = performance.now();

  constructor() {
    this.#filter.addEventListener('input', () => {
      for (const item of this.#list.children) this.#sift(item);
    });
    element('clear', HTMLButtonElement).addEventListener('click', () => this.clear());
  }

  clear(): void {
    this.#list.replaceChildren();
    this.#startMs = performance.now();
  }

  add(from: 'client' | 'server', event: Body): void {
    const type = String(event['type']);
    const seconds = ((performance.now() - this.#startMs) / 1_000).toFixed(3);
    const head = `${seconds} ${from === 'client' ? '→' : '←'} ${type}`;
    const last = this.#list.lastElementChild;
    const repeated = isAudio(type) && last instanceof HTMLElement && last.dataset['type'] === type;
    if (repeated) {
      const count = Number(last.dataset['count'] ?? '1') + 1;
      last.dataset['count'] = String(count);
      last.querySelector('summary')?.replaceChildren(`${last.dataset['head'] ?? ''} ×${count}`);
      return;
    }
    const details = made('details', '', made('summary', head), made('pre', JSON.stringify(event, short, 2)));
    const item = made('li', '', details);
    Object.assign(item.dataset, { type, head });
    this.#sift(item);
    const bottom = this.#list.parentElement;
    const follows = bottom !== null && bottom.scrollHeight - bottom.scrollTop - bottom.clientHeight < 40;
    this.#list.append(item);
    if (this.#list.children.length > mostEvents) this.#list.firstElementChild?.remove();
    if (follows) bottom.scrollTop = bottom.scrollHeight;
  }

  #sift(item: Element): void {
    const wanted = this.#filter.value.toLowerCase();
    item.classList.toggle('hidden', !(item.textContent ?? '').toLowerCase().includes(wanted));
  }
}

const isAudio = (type: string): boolean =>
  type === 'input_audio_buffer.append' || type === 'response.output_audio.delta';
