// Lit has a build for servers, which only Node and its kin ask for: in a Cloudflare Worker the browsers' one is found, and
// loading that takes an HTMLElement and a document. They are there while it is loaded and not a moment longer, because
// other code tells by them where it runs. The order of these three is all there is to it.
import './before-lit.ts'
import 'lit'
import './after-lit.ts'
