"""A trained stock dedupe in, our model out: its predicates, weights and bias, run over columns.

The model finds dedupe's candidate pairs and gives them dedupe's scores. Index predicates (tf-idf
canopies, Levenshtein neighbours) are not exported, since their blocks depend on the order of the
records: dedupe trains without them by `train(index_predicates=False)`.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from dedupe.api import Matching
from dedupe.predicates import IndexPredicate, StringPredicate
from dedupe.variables.base import CustomType, FieldType
from dedupe.variables.categorical_type import CategoricalType
from dedupe.variables.interaction import InteractionType
from dedupe.variables.set import SetType
from dedupe.variables.string import ShortStringType, TextType, crfEd

from actors.errors import ModelError
from resolution.tables.fields import Field, Fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight
from resolution.tables.variables import Interaction, Variable, variables_of
from resolution.tables.variables.base import EXISTS
from resolution.tables.variables.stock import COMPARATORS

EVEN_CHANCE = 0.5
"""dedupe's own threshold, taken over as it is (decision 008)."""

_TEXT_TYPES = ("String", "ShortString", "Text")


def exported(
    matcher: Matching,
    definitions: Sequence[Any],
    id_column: str,
    threshold: float = EVEN_CHANCE,
) -> TableModel:
    """Return the model of a dedupe that was trained with these variable definitions."""
    fields = Fields(id_column, tuple(_fields(definitions)))
    variables = variables_of(fields)
    weights, constant = _weights(matcher, fields, variables)
    classifier = _fitted(matcher)
    return TableModel(
        fields=fields,
        rules=tuple(sorted((_rule(one, fields) for one in matcher.predicates), key=repr)),
        weights=weights,
        bias=float(classifier.intercept_[0]) + constant,
        threshold=threshold,
        pairs_per_record=None,
        trained_on={"dedupe": version("dedupe")},
    )


def _fields(definitions: Sequence[Any]) -> Iterator[Field]:
    """Yield our definitions; names that dedupe made up are replaced by the column's."""
    names: dict[str, str] = {}
    for one in definitions:
        if isinstance(one, FieldType):
            usual = one.field if one.field not in names.values() else f"{one.field} ({one.type})"
            made_up = one.name.startswith(f"({one.field}: {one.type}")
            names[one.name] = usual if made_up else one.name
            yield Field(one.field, one.type, names[one.name], one.has_missing, _options(one))
    for one in definitions:
        if isinstance(one, InteractionType):
            factors = [names[factor] for factor in one.interactions]
            options = {"variables": factors}
            yield Field("", "Interaction", " and ".join(factors), one.has_missing, options)


def _options(variable: FieldType) -> Mapping[str, object]:
    comparator: Any = variable.comparator
    match variable:
        case CategoricalType():
            return {"categories": _categories(comparator)}
        case TextType() | SetType() if comparator.doc_freq:
            return {"corpus": _corpus(comparator)}
        case ShortStringType() if comparator is crfEd:
            raise ModelError(
                f"{variable.field}: dedupe's crf distance is not exported; define without crf=True"
            )
        case CustomType():
            return {"comparator": _comparator(variable)}
    return {}


def _categories(comparator: Any) -> list[str]:  # noqa: ANN401  # it has no types
    """Return the categories in their order: combinations keep it, but for the first of them."""
    others = [left for left, right in comparator.dummy_names if left == right]
    (first,) = comparator.levels - set(others)
    return [first, *others]


def _corpus(comparator: Any) -> Mapping[str, object]:  # noqa: ANN401
    """Return the counts that dedupe's logarithms were taken of."""
    documents = round(math.exp(comparator.default_score))
    weights = comparator.doc_freq
    counts = {term: round(documents / math.exp(weight)) for term, weight in weights.items()}
    return {"documents": documents, "counts": dict(sorted(counts.items()))}


def _comparator(variable: CustomType) -> str:
    for name, function in COMPARATORS.items():
        if function is variable.comparator:
            return name
    raise ModelError(
        f"{variable.field}: its comparator is none of ours ({', '.join(COMPARATORS)}); register it "
        "in resolution/tables/variables/stock/custom.py"
    )


def _fitted(matcher: Matching) -> Any:  # noqa: ANN401  # scikit-learn has no types
    return getattr(matcher.classifier, "best_estimator_", matcher.classifier)


def _weights(
    matcher: Matching, fields: Fields, variables: Sequence[Variable]
) -> tuple[tuple[Weight, ...], float]:
    """Return weights in the order of dedupe's columns, and what its constant columns add.

    Columns are each variable's, then products, then one mark for each column that may be missing;
    marks of one variable are the same column several times, so their weights are added.
    """
    model = matcher.data_model
    coefficients = _fitted(matcher).coef_[0]
    products = [one for one in variables if isinstance(one, Interaction)]
    plain = [one for one in variables if not isinstance(one, Interaction)]
    owners = [one for one in (*plain, *products) for _ in one.features]
    names = [name for one in (*plain, *products) for name in one.features]
    _check_products(products, names, model._interaction_indices)  # noqa: SLF001  # no other way
    weights = dict(zip(names, map(float, coefficients), strict=False))
    existence = {one.name for one in fields.fields if one.type == "Exists"}
    constant = 0.0
    for column, weight in zip(
        model._missing_field_indices,  # noqa: SLF001
        coefficients[len(names) :],
        strict=True,
    ):
        owner = owners[column].name
        if owner in existence:
            constant += float(weight)
        else:
            mark = f"{owner}: both known"
            weights[mark] = weights.get(mark, 0.0) + float(weight)
    return tuple(Weight(name, weight) for name, weight in weights.items()), constant


def _check_products(
    products: Sequence[Interaction], names: Sequence[str], columns: Sequence[Sequence[int]]
) -> None:
    """Refuse what dedupe takes for another: it finds equally named categories by name alone."""
    ours = [list(factors) for one in products for factors in one.multiplied]
    if ours != [[names[column] for column in product] for product in columns]:
        raise ModelError(
            "dedupe multiplies other columns than the Interactions name, since two variables have "
            "the same categories; give them different ones"
        )


def _rule(predicate: Any, fields: Fields) -> Rule:  # noqa: ANN401
    return Rule(tuple(_predicate(part, fields) for part in predicate))


def _predicate(part: Any, fields: Fields) -> Predicate:  # noqa: ANN401
    if isinstance(part, IndexPredicate):
        raise ModelError(
            f"{part!r} needs an index and is not exported; train dedupe with index_predicates=False"
        )
    function = EXISTS if part.type == "ExistsPredicate" else part.func.__name__
    owner = next(one.name for one in fields.fields if _has(one, part, function))
    return Predicate(owner, function)


def _has(field: Field, part: Any, function: str) -> bool:  # noqa: ANN401
    """Tell whether a field's variable has the predicate; texts are cleaned before, others not."""
    if field.field != part.field or field.type == "Interaction":
        return False
    if function == EXISTS:
        return field.has_missing
    return isinstance(part, StringPredicate) == (field.type in _TEXT_TYPES)
