export type BrowserEngine = 'v8' | 'gecko' | 'webkit'
export type System = 'windows' | 'mac' | 'ios' | 'linux' | 'android'

/** What a user agent string says it is. Undefined where it says nothing that we know. */
export function engineOf(userAgent: string): BrowserEngine | undefined {
  // Every browser on iOS is WebKit, whatever it calls itself.
  if (/iP(hone|ad|od)|Mac.+(Cri|Fx|Edg)iOS/.test(userAgent)) return 'webkit'
  if (/Firefox\//.test(userAgent)) return 'gecko'
  if (/Chrom(e|ium)\//.test(userAgent)) return 'v8'
  return /Safari\//.test(userAgent) ? 'webkit' : undefined
}

/** The system that it names, in the same way. */
export function systemOf(userAgent: string): System | undefined {
  if (/Windows/.test(userAgent)) return 'windows'
  if (/iP(hone|ad|od)/.test(userAgent)) return 'ios'
  if (/Macintosh/.test(userAgent)) return 'mac'
  if (/Android/.test(userAgent)) return 'android'
  return /X11|Linux|CrOS/.test(userAgent) ? 'linux' : undefined
}
