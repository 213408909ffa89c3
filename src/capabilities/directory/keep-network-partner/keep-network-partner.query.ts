import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Where an organisation comes from, so that two of one name are told apart. */
export interface PartnerToChoose {
  readonly id: string
  readonly name: string
  readonly town: string | null
}

const most = 20

/** Partners of the directory whose name has these words in it and that are not in the network yet, by name. */
export async function findPartnersToChoose(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  words: string,
): Promise<PartnerToChoose[]> {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db
    .selectFrom('directory.partners as partner')
    .select(['partner.id', 'partner.name'])
    .select((eb) =>
      eb
        .selectFrom('directory.locations')
        .select('town')
        .whereRef('partner_id', '=', 'partner.id')
        .where('town', 'is not', null)
        .orderBy('id')
        .limit(1)
        .as('town'),
    )
    .where('partner.ended_on', 'is', null)
    .where((eb) => eb.or([eb('partner.name', 'ilike', pattern), eb('partner.short_name', 'ilike', pattern)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('directory.network_partners as member')
            .select('member.id')
            .whereRef('member.partner_id', '=', 'partner.id')
            .where('member.municipality_code', '=', municipalityCode)
            .where('member.left_on', 'is', null),
        ),
      ),
    )
    .orderBy((eb) => eb.fn('lower', ['partner.name']))
    .limit(most)
    .execute()
}

/** The name of a partner, when it is there. */
export async function findPartnerName(
  db: ReadHandle,
  _scope: MunicipalityScope,
  partnerId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('directory.partners')
    .select('name')
    .where('id', '=', partnerId)
    .executeTakeFirst()
  return row?.name
}
