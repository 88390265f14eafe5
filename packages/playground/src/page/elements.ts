/** An element of the page by its id. @throws where the page has another */
export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.querySelector(`#${id}`);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] {
  const one = document.createElement(tag);
  one.textContent = text;
  one.append(...children);
  return one;
}
