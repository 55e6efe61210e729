/** Imports a module of the page by its address, which no bundler may look for among its own files. */
export function importFrom<Module>(url: string): Promise<Module> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url)
}
