/** The purposes of mail to a visitor: when what is kept of him is erased, what still waits of these is taken back. */
export const visitorMailPurposes = [
  'referrals.visitor',
  'referrals.appointment',
  'referrals.call-back',
] as const
