/**
 * Says other languages and an older version of the browser, as switchers of locale and user agent do from the page's own world, with the
 * client hints to match. Workers and new frames keep the browser's own: an extension's script does not run there.
 */
{
  const OLDER = '150'
  const answer = (owner, name, value) => {
    const held = Object.getOwnPropertyDescriptor(owner, name)
    if (held) Object.defineProperty(owner, name, { ...held, get: () => value })
  }
  const older = (text) => text.replace(/(Chrome\/)\d+/, `$1${OLDER}`)
  answer(Navigator.prototype, 'languages', Object.freeze(['fr-FR', 'fr']))
  answer(Navigator.prototype, 'language', 'fr-FR')
  answer(Navigator.prototype, 'userAgent', older(navigator.userAgent))
  answer(Navigator.prototype, 'appVersion', older(navigator.appVersion))
  const hints = window.NavigatorUAData?.prototype
  if (hints) {
    const renew = (brands) => brands?.map((one) => ({ ...one, version: /Chrom/.test(one.brand) ? OLDER : one.version }))
    answer(hints, 'brands', renew(navigator.userAgentData.brands))
    const ask = hints.getHighEntropyValues
    hints.getHighEntropyValues = async function (names) {
      const values = await ask.call(this, names)
      const full = { uaFullVersion: `${OLDER}.0.0.0`, fullVersionList: renew(values.fullVersionList)?.map(withFull) }
      return { ...values, brands: this.brands, ...full }
    }
  }
  const withFull = (one) => ({ ...one, version: one.version === OLDER ? `${OLDER}.0.0.0` : one.version })
}
