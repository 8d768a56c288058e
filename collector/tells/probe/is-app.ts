/** Whether the page is shown by an app, which may answer for the network and call itself what it likes: a WebView of Android, Electron. */
export const isApp = (): boolean => /; wv\)|\bElectron\//.test(navigator.userAgent)
