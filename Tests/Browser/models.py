"""How a match model comes into use: built by one person, signed off by another."""

from visitor import Visitor, roles, sign_in

ANALYST = "Priya Nandakumar"
SIGNER = "Desmond Arkwright"


def _sign_in_as(visitor: Visitor, name: str) -> None:
    found = [role for role in roles(visitor) if role.label.startswith(name)]
    assert len(found) == 1, f"{len(found)} buttons sign in as {name}"
    sign_in(visitor, found[0])


def _press(visitor: Visitor, name: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=name, exact=True).click()


def build(visitor: Visitor) -> str:
    """Drafts, counts, trains and gives a cut-off; answers the address of the version."""
    page = visitor.page
    _sign_in_as(visitor, ANALYST)
    page.goto("/matches/models/new")
    page.locator("#purpose").select_option("council-tax-accuracy")
    page.get_by_label("The model of people that comes with Weft").check()
    page.get_by_label("Notes for whoever signs it off").fill("A journey through the pages.")
    _press(visitor, "Draft the version")
    version = page.url
    page.goto(f"{version}/blocking")
    _press(visitor, "Count the pairs")
    assert page.get_by_text("The rules make").count(), "no pairs were counted"
    page.goto(f"{version}/training")
    _press(visitor, "Train")
    assert page.get_by_text("The model is trained.").is_visible(), "the model is not trained"
    page.goto(f"{version}/diagnostics")
    assert page.locator("svg[role=img]").count() >= 4, "there are too few charts"
    page.goto(f"{version}/diagnostics?show=files")
    _press(visitor, "Look at the files")
    assert page.get_by_text("Records that say too little").count(), "the files were not looked at"
    page.goto(f"{version}/cut-off")
    page.get_by_label("Few wrong links").check()
    _press(visitor, "Save the cut-off")
    page.goto(f"{version}/compare")
    _press(visitor, "Compare")
    assert page.get_by_text("Pairs gained and lost").count(), "nothing was compared"
    page.goto(f"{version}/sign-off")
    form = page.get_by_role("button", name="Sign off this version")
    assert form.count() == 0, "whoever built the version may sign it off"
    return version


def sign(visitor: Visitor, version: str) -> None:
    """Signs the version off as somebody who had no part in it."""
    page = visitor.page
    _sign_in_as(visitor, SIGNER)
    page.goto("/work")
    page.get_by_role("link", name="Sign off the match model").first.click()
    assert page.url == f"{version}/sign-off", f"the work leads to {page.url}"
    for box in page.locator("input[name=checks]").all():
        box.check()
    page.get_by_label("Your statement").fill("I looked at the charts and at the cut-off.")
    _press(visitor, "Sign off this version")
    assert page.get_by_text("This version is signed off.").is_visible(), "it is not signed off"
