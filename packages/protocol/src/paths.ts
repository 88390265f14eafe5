/** `['item', 'content', 0, 'text']` → `item.content[0].text`. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** The value at a path; undefined where there is none. */
export function at(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(child, root);
}

interface Match {
  readonly param: string;
  readonly value: unknown;
}

/** Every value of `root` that is there at a pattern such as `session.tools[].type`. */
export function matches(root: unknown, pattern: string): Match[] {
  const steps = pattern.replaceAll('[]', '.[]').split('.');
  let found: { path: PropertyKey[]; value: unknown }[] = [{ path: [], value: root }];
  for (const step of steps) {
    found = found.flatMap(({ path, value }) => {
      if (step === '[]') {
        return Array.isArray(value)
          ? value.map((element: unknown, i) => ({ path: [...path, i], value: element }))
          : [];
      }
      const next = child(value, step);
      return next === undefined ? [] : [{ path: [...path, step], value: next }];
    });
  }
  return found.map(({ path, value }) => ({ param: dotted(path), value }));
}

function child(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (Reflect.get(value, key) as unknown)
    : undefined;
}
