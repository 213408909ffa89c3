import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { referralsPermissions } from './permissions.ts'
import { showRetention, submitRetention } from './set-retention/set-retention.handler.ts'

const may = mayOf(referralsPermissions)

export const privacyRoutes: Route[] = [
  route('GET', '/beheer/bewaartermijnen', may('referrals.set-retention'), showRetention),
  route('POST', '/beheer/bewaartermijnen', may('referrals.set-retention'), submitRetention),
]
