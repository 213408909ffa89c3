import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { policyContactHandlers } from './keep-policy-contact/keep-policy-contact.handler.ts'
import { presenceHandlers } from './keep-presence/keep-presence.handler.ts'
import { priorityHandlers } from './keep-priority/keep-priority.handler.ts'
import { talkHandlers } from './keep-talk/keep-talk.handler.ts'
import { trainingHandlers } from './keep-training/keep-training.handler.ts'
import { showAbsentKind, submitAbsentKind } from './note-absent-kind/note-absent-kind.handler.ts'
import { municipalRolesPermissions } from './permissions.ts'
import { showDirection } from './show-direction/show-direction.handler.ts'
import { showNeighbours } from './show-neighbours/show-neighbours.handler.ts'
import { showPolicy } from './show-policy/show-policy.handler.ts'
import { showPolicyArea } from './show-policy-area/show-policy-area.handler.ts'
import { showReferring } from './show-referring/show-referring.handler.ts'

const may = mayOf(municipalRolesPermissions)
const keep = may('municipal-roles.keep')

export const directionRoutes: Route[] = [
  route('GET', '/sturing/regie', keep, showDirection),
  route('GET', '/sturing/regie/niet-hier/:kind', keep, showAbsentKind),
  route('POST', '/sturing/regie/niet-hier/:kind', keep, submitAbsentKind),
  route('GET', '/sturing/regie/voorrang', keep, priorityHandlers.showAdd),
  route('POST', '/sturing/regie/voorrang', keep, priorityHandlers.submitAdd),
  route('GET', '/sturing/regie/voorrang/:priority', keep, priorityHandlers.showChange),
  route('POST', '/sturing/regie/voorrang/:priority', keep, priorityHandlers.submitChange),
  route('GET', '/sturing/regie/aanwezig', keep, presenceHandlers.showAdd),
  route('POST', '/sturing/regie/aanwezig', keep, presenceHandlers.submitAdd),
  route('GET', '/sturing/regie/aanwezig/:presence', keep, presenceHandlers.showChange),
  route('POST', '/sturing/regie/aanwezig/:presence', keep, presenceHandlers.submitChange),
  route('GET', '/sturing/doorverwijzers', keep, showReferring),
  route('GET', '/sturing/doorverwijzers/training', keep, trainingHandlers.showAdd),
  route('POST', '/sturing/doorverwijzers/training', keep, trainingHandlers.submitAdd),
  route('GET', '/sturing/doorverwijzers/training/:training', keep, trainingHandlers.showChange),
  route('POST', '/sturing/doorverwijzers/training/:training', keep, trainingHandlers.submitChange),
  route('GET', '/sturing/beleid', keep, showPolicy),
  route('GET', '/sturing/beleid/:area', keep, showPolicyArea),
  route('GET', '/sturing/beleid/:area/contact', keep, policyContactHandlers.showAdd),
  route('POST', '/sturing/beleid/:area/contact', keep, policyContactHandlers.submitAdd),
  route('GET', '/sturing/beleid/:area/contact/:person', keep, policyContactHandlers.showChange),
  route('POST', '/sturing/beleid/:area/contact/:person', keep, policyContactHandlers.submitChange),
  route('GET', '/sturing/beleid/:area/gesprek', keep, talkHandlers.showAdd),
  route('POST', '/sturing/beleid/:area/gesprek', keep, talkHandlers.submitAdd),
  route('GET', '/sturing/beleid/:area/gesprek/:talk', keep, talkHandlers.showChange),
  route('POST', '/sturing/beleid/:area/gesprek/:talk', keep, talkHandlers.submitChange),
  route('GET', '/sturing/buurgemeenten', keep, showNeighbours),
]
