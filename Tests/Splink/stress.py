PLANS = ()
