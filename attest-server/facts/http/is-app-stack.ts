/** What apps on a phone or a desk send with their own calls: mostly a person holds the phone. */
const APP = /^okhttp\/|\bCFNetwork\/[\d.]{1,20} Darwin\/|^Dart\/|\bAlamofire\/|^Dalvik\//

/** @param userAgent of bounded length */
export const isAppStack = (userAgent: string): boolean => APP.test(userAgent)
