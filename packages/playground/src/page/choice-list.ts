import { choicesOf, matching, type Choice } from './choices';
import { element, made } from './elements';
import { bodyOf, listAt, textAt, type Body } from './wire';

const mostShown = 100;

/** What the key may have: routers, models, the catalogue and voices. */
export class ChoiceList {
  readonly #input = element('model', HTMLInputElement);
  readonly #list = element('choices', HTMLUListElement);
  readonly #count = element('count', HTMLParagraphElement);
  readonly #voices = element('voice', HTMLSelectElement);
  #choices: readonly Choice[] = [];

  /** @param onChoice a model was chosen */
  constructor(private readonly onChoice: () => void) {
    this.#input.addEventListener('input', () => this.#show());
    this.#input.addEventListener('change', () => this.onChoice());
  }

  /** Rejects with what the server says. */
  async load(key: string): Promise<void> {
    const [models, routers, voices] = await Promise.all([
      get('/v1/models?all=true', key),
      get('/router/v1/routers', key),
      get('/voices/v1/voices?pageSize=1000', key),
    ]);
    this.#choices = choicesOf(routers, models);
    this.#show();
    const [own] = this.#voices.options;
    const chosen = this.#voices.value;
    this.#voices.replaceChildren(
      ...(own === undefined ? [] : [own]),
      ...listAt(voices, 'voices').map((one) => {
        const option = made('option', `${textAt(one, 'displayName')} (${textAt(one, 'description')})`);
        option.value = textAt(one, 'voiceId');
        return option;
      }),
    );
    this.#voices.value = chosen;
  }

  #show(): void {
    const found = matching(
      this.#choices,
      this.#choices.some(({ id }) => id === this.#input.value) ? '' : this.#input.value,
    );
    const counts = (['router', 'model', 'catalogue'] as const).map(
      (kind) => found.filter((choice) => choice.kind === kind).length,
    );
    this.#count.textContent = `${counts[0]} routers, ${counts[1]} models, ${counts[2]} more in the catalogue`;
    this.#list.replaceChildren(...found.slice(0, mostShown).map((choice) => this.#item(choice)));
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
  }

  #item({ id, kind, about }: Choice): HTMLLIElement {
    const item = made('li', id, made('small', kind === 'router' ? `router · ${about}` : about));
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(id === this.#input.value));
    item.setAttribute('aria-disabled', String(kind === 'catalogue'));
    if (kind !== 'catalogue') {
      item.addEventListener('click', () => {
        this.#input.value = id;
        this.#show();
        this.onChoice();
      });
    }
    return item;
  }
}

async function get(path: string, key: string): Promise<Body> {
  const response = await fetch(path, {
    headers: { authorization: `Bearer ${key === '' ? 'any' : key}` },
    signal: AbortSignal.timeout(10_000),
  });
  const body = bodyOf(await response.text());
  if (!response.ok) throw new Error(textAt(body, 'error.message') || `${path}: status ${response.status}`);
  return body;
}
