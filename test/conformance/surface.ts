/** The names of an object's methods, its prototype's included, inherited ones left out. */
export function methodsOf(object: object, prefix = ''): readonly string[] {
  const own = Object.getOwnPropertyNames(object)
  const shared = Object.getOwnPropertyNames(Object.getPrototypeOf(object))
  return [...new Set([...own, ...shared])]
    .filter((name) => name !== 'constructor' && typeof Reflect.get(object, name) === 'function')
    .map((name) => prefix + name)
}
