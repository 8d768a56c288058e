/** Makes it once for each key, which may be forgotten with what was made for it. `more` counts the first time alone. */
export function onceFor<K extends object, V, M extends readonly unknown[]>(make: (key: K, ...more: M) => V): (key: K, ...more: M) => V {
  const made = new WeakMap<K, V>()
  return (key, ...more) => {
    if (!made.has(key)) made.set(key, make(key, ...more))
    return made.get(key)!
  }
}
