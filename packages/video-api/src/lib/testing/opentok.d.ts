/** The few members of npm `opentok` that serve as a referee; the package ships no types. */
declare module 'opentok' {
  export default class OpenTok {
    constructor(key: string, secret: string, apiUrl?: string)
    generateToken(sessionId: string, options?: object, t1?: boolean): string
  }
}
