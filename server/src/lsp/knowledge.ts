/** What the server knows of the field, and the service that applies it. */
import {
  type Analysis,
  createSearch,
  createService,
  type Glossary,
  type GlossarySearch,
  type LayerStack,
  type Service,
  withLayers,
} from '../core/index.ts';

export interface Knowledge {
  readonly service: Service;
  /** Search over the service's glossary. Its indexes are built at the first query. */
  readonly search: GlossarySearch;
}

const searches = new WeakMap<Service, GlossarySearch>();

/** What is known in a manuscript of these documents, which may explain terms of their own. */
export function knowledgeWithin(known: Knowledge, analyses: readonly Analysis[]): Knowledge {
  const service = known.service.within(analyses);
  if (service === known.service) return known;
  const search = searches.get(service) ?? createSearch(service.glossary);
  searches.set(service, search);
  return { service, search };
}

/** What is known with the layers of a manuscript; the same object for the same layers. */
export type KnowledgeOf = (layers: LayerStack) => Promise<Knowledge>;

/**
 * `load` is called once, when something first asks.
 * @param understood called once for each stack of layers, with the glossary that they make
 */
export function createKnowledge(
  load: () => Promise<Service>,
  understood: (layers: LayerStack, glossary: Glossary) => void,
): KnowledgeOf {
  let loading: Promise<Knowledge> | undefined;
  const layered = new WeakMap<LayerStack, Promise<Knowledge>>();
  const understand = (service: Service): Knowledge => ({
    service,
    search: createSearch(service.glossary),
  });
  return layers => {
    loading ??= load().then(understand);
    if (layers.files.length === 0) return loading;
    let knowledge = layered.get(layers);
    if (knowledge === undefined) {
      knowledge = loading.then(({ service }) => {
        const glossary = withLayers(service.glossary, layers);
        understood(layers, glossary);
        return understand(createService(glossary));
      });
      layered.set(layers, knowledge);
    }
    return knowledge;
  };
}
