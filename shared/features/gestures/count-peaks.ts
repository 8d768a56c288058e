/** A peak is left behind when speed has fallen by this share, and a valley when it has risen as much. */
const TURN = 0.25

/** @returns how many peaks of speed were left behind: the submovements of a hand */
export function countPeaks(speeds: Float64Array): number {
  let peaks = 0
  let extreme = 0
  let rising = true
  for (const speed of speeds) {
    if (rising ? speed > extreme : speed < extreme) extreme = speed
    else if (rising ? speed < extreme * (1 - TURN) : speed * (1 - TURN) > extreme) {
      if (rising) peaks++
      rising = !rising
      extreme = speed
    }
  }
  return peaks
}
