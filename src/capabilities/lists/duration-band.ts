/**
 * The band in which a conversation falls, upper end included: exactly 20 minutes is not 'longer than 20 minutes', the
 * cut by which national figures are published.
 * @param minutes length of the conversation, 0 or more
 * @param codes the valid codes of `duration`, shortest band first
 */
export function durationBand(minutes: number, codes: readonly string[]): string | undefined {
  return codes.find((code) => {
    const upper = /^duration-\d+-(\d+)$/.exec(code)?.[1]
    return upper ? minutes <= Number(upper) : code.endsWith('-plus')
  })
}
