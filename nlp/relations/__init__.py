"""What stands between the things of a document: one named rule a kind of relation, in the order of `RULES`.

A rule's name stands in its statements; `why(rule)` is the sentence shown to a user who asks why a statement was made.
"""

from nlp.relations.acts import (
    act_of_document,
    act_particulars,
    act_to_act,
    document_references,
    legal_basis,
    title_under_number,
)
from nlp.relations.cards import cluster_card_field, lone_contact, name_in_field, name_of_card
from nlp.relations.contacts import contact_of_thing
from nlp.relations.heading import head_in_sentence
from nlp.relations.listed import item_under_title, obligation_in_sentence
from nlp.relations.mentions import mentions, names
from nlp.relations.naming import legal_form_of_cluster, other_name, region_in_name, sort_in_list
from nlp.relations.observations import (
    figure_in_callout,
    figure_in_field,
    figure_in_series,
    figure_in_text,
    funding_in_text,
)
from nlp.relations.people import person_in_office
from nlp.relations.products import product_in_sentence
from nlp.relations.reading import Finding, Reading, Rule
from nlp.relations.references import act_pointed_to, act_that_points, basis_pointed_to
from nlp.relations.registration import registered_under
from nlp.relations.revisions import act_revised
from nlp.relations.rosters import member_in_roster
from nlp.relations.russian import SENTENCES
from nlp.relations.sentences import (
    activity_in_sentence,
    administration_in_name,
    administration_in_sentence,
    cooperation_in_sentence,
    establishment_in_sentence,
    facility_in_sentence,
    founding_in_sentence,
    legal_basis_in_sentence,
    level_in_sentence,
    location_in_sentence,
    management_organization_in_sentence,
    manager_in_sentence,
    member_count_in_sentence,
    member_in_sentence,
    registration_in_sentence,
    related_specialization_in_sentence,
    specialization_in_sentence,
    staff_count_in_sentence,
    status_in_sentence,
    support_in_sentence,
)
from nlp.relations.tables import register_row
from nlp.relations.titles import founding_under_title, support_under_title

RULES: tuple[Rule, ...] = (
    names,
    other_name,
    name_of_card,
    name_in_field,
    cluster_card_field,
    lone_contact,
    contact_of_thing,
    register_row,
    registered_under,
    region_in_name,
    legal_form_of_cluster,
    sort_in_list,
    manager_in_sentence,
    location_in_sentence,
    establishment_in_sentence,
    founding_in_sentence,
    member_count_in_sentence,
    staff_count_in_sentence,
    specialization_in_sentence,
    related_specialization_in_sentence,
    status_in_sentence,
    level_in_sentence,
    member_in_sentence,
    member_in_roster,
    management_organization_in_sentence,
    support_in_sentence,
    administration_in_sentence,
    administration_in_name,
    registration_in_sentence,
    activity_in_sentence,
    product_in_sentence,
    facility_in_sentence,
    legal_basis_in_sentence,
    cooperation_in_sentence,
    founding_under_title,
    support_under_title,
    item_under_title,
    obligation_in_sentence,
    act_of_document,
    act_particulars,
    title_under_number,
    act_revised,
    act_to_act,
    act_pointed_to,
    act_that_points,
    basis_pointed_to,
    legal_basis,
    document_references,
    person_in_office,
    head_in_sentence,
    figure_in_callout,
    figure_in_field,
    figure_in_series,
    figure_in_text,
    funding_in_text,
    mentions,
)
"""Every rule; of two that state the same thing with the same words the earlier one's statement stays."""


def why(rule: str, language: str = "en") -> str:
    """The sentence that says what a rule reads, or "" for a name that no rule has."""
    if language == "ru" and rule in SENTENCES:
        return SENTENCES[rule]
    found = next((known for known in RULES if known.__name__ == rule), None)
    return " ".join((found.__doc__ or "").split()) if found else ""


__all__ = ["RULES", "Finding", "Reading", "Rule", "why"]
