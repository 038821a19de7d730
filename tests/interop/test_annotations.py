"""Web Annotations: read as RDF they say what the vocabulary asks of them, and their selectors find the words."""

import json

import pytest

from pactline.interop.annotations import CONTEXT, collection

rdflib = pytest.importorskip("rdflib")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
AS = rdflib.Namespace("http://www.w3.org/ns/activitystreams#")
RDF_NS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC, DCT = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
STAND_IN = {
    "oa": str(OA), "as": str(AS), "id": "@id", "type": "@type", "dctypes": "http://purl.org/dc/dcmitype/",
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector", "Text": "dctypes:Text",
    "Software": "as:Application", "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage",
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "scope": {"@id": "oa:hasScope", "@type": "@id"}, "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "classifying": "oa:classifying", "identifying": "oa:identifying",
    "describing": "oa:describing", "tagging": "oa:tagging", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": "oa:start", "end": "oa:end", "value": RDF_NS + "value", "format": DC + "format", "language": DC + "language",
    "generator": {"@id": "as:generator", "@type": "@id"}, "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label", "first": {"@id": "as:first", "@type": "@id"}, "total": "as:totalItems",
    "partOf": {"@id": "as:partOf", "@type": "@id"}, "startIndex": "as:startIndex",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}  # fmt: skip
"""The terms used here with the meanings that the recommendation gives them: tests fetch nothing."""


@pytest.fixture(scope="module")
def made(tables):
    return json.loads(json.dumps(collection(tables)))


@pytest.fixture(scope="module")
def graph(made):
    assert made["@context"] == CONTEXT
    return rdflib.Graph().parse(data=json.dumps({**made, "@context": STAND_IN}), format="json-ld")


def keys_of(node):
    if isinstance(node, dict):
        yield from node
        for value in node.values():
            yield from keys_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys_of(value)


def test_no_term_is_used_that_the_vocabulary_does_not_have(made):
    assert set(keys_of(made)) - {"@context"} <= STAND_IN.keys()


def test_every_annotation_has_one_target_with_its_words_by_place_and_by_quote(graph, tables):
    notes = set(graph.subjects(rdflib.RDF.type, OA.Annotation))
    assert len(notes) == len(tables.deals) + len(tables.oil) + len(tables.mentions)
    texts = {f"urn:sha256:{row['content_hash']}": tables.texts[i] for i, row in tables.articles.items()}
    for note in notes:
        (target,) = graph.objects(note, OA.hasTarget)
        (source,) = graph.objects(target, OA.hasSource)
        found = {graph.value(s, rdflib.RDF.type): s for s in graph.objects(target, OA.hasSelector)}
        place, quote = found[OA.TextPositionSelector], found[OA.TextQuoteSelector]
        start, end = int(graph.value(place, OA.start)), int(graph.value(place, OA.end))
        exact = str(graph.value(quote, OA.exact))
        assert texts[str(source)][start:end] == exact
        around = f"{graph.value(quote, OA.prefix)}{exact}{graph.value(quote, OA.suffix)}"
        assert around in texts[str(source)]


def test_every_annotation_has_a_motivation_and_a_body(graph):
    for note in graph.subjects(rdflib.RDF.type, OA.Annotation):
        assert graph.value(note, OA.motivatedBy) in (OA.classifying, OA.identifying)
        assert list(graph.objects(note, OA.hasBody))


def test_names_are_absolute_and_unique(made):
    items = made["first"]["items"]
    assert made["total"] == len(items) == len({item["id"] for item in items})
    assert not [item["id"] for item in items if " " in item["id"] or not item["id"].startswith("urn:pactline:")]


def test_only_addresses_of_the_web_are_a_scope(made):
    assert all(i["target"].get("scope", "https://").lower().startswith("http") for i in made["first"]["items"])
