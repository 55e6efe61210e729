/**
 * What the platform's live captions understand (its documentation, 2026), the usual one of each language first; without two
 * that it names by codes of its own, which no browser has a word for.
 */
export const captionLanguages = (
  'af-ZA ar-SA ar-AE ca-ES cs-CZ da-DK de-DE de-CH el-GR en-US en-GB en-AU en-IN en-IE en-NZ en-ZA es-ES es-US eu-ES fa-IR ' +
  'fi-FI fr-FR fr-CA gl-ES he-IL hi-IN hr-HR id-ID it-IT ja-JP ko-KR lv-LV ms-MY nl-NL no-NO pl-PL pt-BR pt-PT ro-RO ru-RU ' +
  'sk-SK so-SO sr-RS sv-SE th-TH tl-PH uk-UA vi-VN zh-CN zh-TW zh-HK zu-ZA'
).split(' ')

/** What people most likely speak who read in that language. */
export function likelyLanguage(tag: string): string {
  const wanted = tag.toLowerCase()
  const [primary] = wanted.split('-')
  return (
    captionLanguages.find((one) => one.toLowerCase() === wanted) ??
    captionLanguages.find((one) => one.startsWith(`${primary}-`)) ??
    'en-US'
  )
}
