import { at, listAt, textAt } from './wire';

/** What a conversation can be had with. */
export interface Choice {
  /** What `session.model` takes. */
  readonly id: string;
  readonly kind: 'router' | 'model' | 'catalogue';
  /** One line about it. */
  readonly about: string;
}

/**
 * Routers first, then what can be had, then what the catalogue knows beside it.
 * @param routers what `GET /router/v1/routers` answers
 * @param models what `GET /v1/models?all=true` answers
 */
export function choicesOf(routers: unknown, models: unknown): Choice[] {
  const listed = listAt(models, 'data').map((model): Choice => ({
    id: textAt(model, 'id'),
    kind: at(model, 'available') === true ? 'model' : 'catalogue',
    about: factsOf(model),
  }));
  return [
    ...listAt(routers, 'routers').map((router): Choice => ({
      id: `parley/${textAt(router, 'name')}`,
      kind: 'router',
      about: joined(textAt(router, 'displayName'), `${listAt(router, 'routes').length} conditional routes`),
    })),
    ...listed.filter(({ kind }) => kind === 'model'),
    ...listed.filter(({ kind }) => kind === 'catalogue'),
  ];
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function factsOf(model: unknown): string {
  const context = textAt(model, 'context_length');
  const price = ['input', 'output'].map((kind) => textAt(model, `pricing.${kind}`));
  const retires = textAt(model, 'retires_on');
  return joined(
    context === '' ? '' : `${Math.round(Number(context) / 1_000)}k context`,
    price.includes('') ? '' : `$${price.join(' / $')} per million`,
    listAt(model, 'input_modalities')
      .filter((one) => one !== 'text')
      .join(', '),
    at(model, 'tools') === true ? 'tools' : '',
    at(model, 'reasoning') === true ? 'reasoning' : '',
    retires === '' ? '' : `until ${retires}`,
    at(model, 'available') === true ? '' : 'its provider is not configured',
  );
}

/** Those that have every word of the query in their name or in what is said of them. */
export function matching(choices: readonly Choice[], query: string): Choice[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return choices.filter(({ id, about }) => {
    const text = `${id} ${about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
