/** What a client called what is now elsewhere in the GA shape. */
export class Names {
  readonly #pairs: (readonly [ga: string, client: string])[] = [];

  add(ga: string, client: string): void {
    this.#pairs.push([ga, client]);
  }

  /** What the client calls the parameter that the GA shape calls so. */
  readonly of = (param: string): string => {
    for (const [ga, client] of this.#pairs) {
      if (param === ga || param.startsWith(`${ga}.`) || param.startsWith(`${ga}[`)) {
        return `${client}${param.slice(ga.length)}`;
      }
    }
    return param;
  };
}
