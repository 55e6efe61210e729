/** What a log may not hold, whoever put it into an error. Each takes a time in proportion to the text. */
const secretTexts: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{1,40}-----[^]*?(?:-----END [A-Z ]{1,40}-----|$)/g,
  // JSON Web Tokens and the older tokens of OpenTok.
  /eyJ[\w-]+(?:\.[\w-]+)*|T1==[\w+/=]+/g,
  /\b(?:Bearer|Basic)[ :]+[^\s"',;]+/gi,
  // User and password in the address of a database or a proxy.
  /(?<=:\/\/)(?:[^\s"'<>@]{1,256}@){1,3}/g,
  // secret=…, "apiSecret": "…", 'password': '…', x-signature: …
  /(?:secret|token|password|passwd|pwd|passphrase|authorization|signature|\bsig|private[_-]?key|ticket|invitation|cookie)[\\"']{0,4}\s{0,4}[:=]\s{0,4}[\\"']{0,4}[^\s"'\\&,;}\]]+/gi,
]

/** A text without what could be used as a secret: tokens, keys, passwords, signatures. */
export function redact(text: string): string {
  return secretTexts.reduce((rest, secret) => rest.replace(secret, '[redacted]'), text)
}
