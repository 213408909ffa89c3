import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** A service that everybody may know, and whose it is; undefined when it is not there any more. */
export async function findReportedService(db: ReadHandle, _scope: PublicScope, id: string) {
  return db
    .selectFrom('directory.services as service')
    .innerJoin('directory.partners as partner', 'partner.id', 'service.partner_id')
    .select([
      'service.id',
      'service.name',
      'partner.id as partnerId',
      'partner.name as partner',
      'partner.library_id as libraryId',
    ])
    .where('service.id', '=', id)
    .where('partner.ended_on', 'is', null)
    .executeTakeFirst()
}
