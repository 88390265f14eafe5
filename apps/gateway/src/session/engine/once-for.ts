/** A function of settings, worked out once for each: it is asked for with every event, and they seldom change. */
export function onceFor<Settings extends object, Value>(
  workOut: (settings: Settings) => Value,
): (settings: Settings) => Value {
  const known = new WeakMap<Settings, { readonly value: Value }>();
  return (settings) => {
    let found = known.get(settings);
    if (found === undefined) known.set(settings, (found = { value: workOut(settings) }));
    return found.value;
  };
}
