// How `custom-elements.json` is made of the sources by `npm run docs`: only what a page can use, under the names of what is published.
const elements = [
  'shell/ot-room',
  'lobby/ot-lobby',
  'stage/ot-stage',
  'tile/ot-tile',
  'toolbar/ot-toolbar',
  'captions/ot-captions',
  'chat/ot-chat',
  'people/ot-people',
]

// The analyzer wants a default export.
export default {
  globs: elements.map((name) => `src/lib/${name}.ts`),
  litelement: true,
  // It would write the folder that the analyzer works in into package.json.
  packagejson: false,
  plugins: [{ name: 'what-a-page-can-use', packageLinkPhase }],
}

function packageLinkPhase({ customElementsManifest }) {
  for (const module of customElementsManifest.modules) {
    module.path = module.path.replace(/^src/, 'dist').replace(/\.ts$/, '.js')
    module.declarations = module.declarations.filter(({ tagName }) => tagName)
    const names = new Set(module.declarations.map(({ name }) => name))
    module.exports = module.exports
      .filter(({ declaration }) => names.has(declaration.name))
      .map((one) => ({ ...one, declaration: { ...one.declaration, module: module.path } }))
    for (const declaration of module.declarations) {
      declaration.members = declaration.members?.filter(isUsable)
      declaration.attributes = declaration.attributes?.filter(isUsable)
      // Only those that are documented: of the others it guesses the names.
      declaration.events = declaration.events?.filter(({ description }) => description)
    }
  }
}

const ownAffair = new Set(['adoptedStyleSheets', 'focus', 'trouble', 'asked'])

function isUsable({ name, privacy = 'public', static: isStatic }) {
  return privacy === 'public' && !isStatic && !ownAffair.has(name) && !/^#|Callback$/.test(name)
}
